/// From a prompt file, house rules and values to one request's text: parsed, rendered over plain
/// data, cut into segments by how long they live, counted and hashed. Pure: no input or output.
@NullMarked
package dev.knowhow.prompt;

import org.jspecify.annotations.NullMarked;
