/// The database: open it, migrate it, transact, keep blobs. It knows no feature's table.
@NullMarked
package dev.knowhow.store;

import org.jspecify.annotations.NullMarked;
