/// How many tokens a text has: exactly where a model's tokenizer is public, as a labelled estimate
/// elsewhere.
@NullMarked
package dev.knowhow.prompt.tokens;

import org.jspecify.annotations.NullMarked;
