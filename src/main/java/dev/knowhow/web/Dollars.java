package dev.knowhow.web;

import dev.knowhow.price.Money;
import java.util.regex.Pattern;

/// Amounts of dollars as a person types them in a form.
final class Dollars {
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,4})?");

  private Dollars() {}

  /// Whether it is an amount: `10`, `$2.50`, `1,000`.
  static boolean usable(String typed) {
    return AMOUNT.matcher(plain(typed)).matches();
  }

  /// The amount of a text that is [#usable].
  static Money money(String typed) {
    return Money.ofDollars(plain(typed));
  }

  /// An amount as it stands in a form.
  static String typed(Money money) {
    return money.inDollars().stripTrailingZeros().toPlainString();
  }

  private static String plain(String typed) {
    return typed.strip().replace("$", "").replace(",", "");
  }
}
