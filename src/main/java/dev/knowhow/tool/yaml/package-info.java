/// Reads YAML with its lines and checks it against a table of keys, from which the schema and the
/// authors' reference come too.
@NullMarked
package dev.knowhow.tool.yaml;

import org.jspecify.annotations.NullMarked;
