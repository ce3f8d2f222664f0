/// Plain data, and its JSON form: the only thing that crosses the sandbox's border, a provider's
/// answer, a form and the journal.
@NullMarked
package dev.knowhow.value;

import org.jspecify.annotations.NullMarked;
