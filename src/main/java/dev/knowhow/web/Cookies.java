package dev.knowhow.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The two cookies: the session of a person who is signed in, and a random mark for one who is not.
///
/// Neither is readable by a script nor sent along from another site. The token that a form sends
/// back is derived from the cookie, so nothing has to be kept for it; another site can't read
/// either.
final class Cookies {
  private static final String SESSION = "knowhow";
  private static final String MARK = "knowhow-visit";
  private static final int THIRTY_DAYS = 30 * 24 * 60 * 60;
  private static final int LONGEST = 128;
  private static final int MARK_BYTES = 24;

  private final boolean secure;
  private final SecureRandom random = new SecureRandom();

  Cookies(boolean secure) {
    this.secure = secure;
  }

  /// The session's token as the browser sent it.
  static Optional<String> session(Context context) {
    return sent(context, SESSION);
  }

  /// Signs the browser in.
  void signIn(Context context, String token) {
    set(context, SESSION, token, THIRTY_DAYS);
    set(context, MARK, "", 0);
  }

  /// Forgets the session in the browser.
  void signOut(Context context) {
    set(context, SESSION, "", 0);
  }

  /// The token for the forms of this browser; gives a browser without any cookie a mark first.
  String formToken(Context context) {
    Optional<String> known = sent(context, SESSION).or(() -> sent(context, MARK));
    if (known.isPresent()) {
      return token(known.get());
    }
    byte[] bytes = new byte[MARK_BYTES];
    random.nextBytes(bytes);
    String mark = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    set(context, MARK, mark, -1);
    return token(mark);
  }

  private static Optional<String> sent(Context context, String name) {
    return Optional.ofNullable(context.cookie(name))
        .filter(value -> !value.isEmpty() && value.length() <= LONGEST);
  }

  private void set(Context context, String name, String value, int seconds) {
    context.cookie(new Cookie(name, value, "/", seconds, secure, true, null, SameSite.LAX));
  }

  private static String token(String cookie) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("form token ".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of()
          .formatHex(digest.digest(cookie.getBytes(StandardCharsets.UTF_8)), 0, 20);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
