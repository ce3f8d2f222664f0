/// From documents and Markdown to text, from text to passages, from a question to the passages that
/// answer it, each with its source.
@NullMarked
package dev.knowhow.knowledge;

import org.jspecify.annotations.NullMarked;
