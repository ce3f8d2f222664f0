/// Every charge, every reservation, the budgets above them and the reports drawn from them.
@NullMarked
package dev.knowhow.ledger;

import org.jspecify.annotations.NullMarked;
