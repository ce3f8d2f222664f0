package dev.knowhow.prompt;

/// A tag as it stands in the text.
///
/// @param kind the character that says what the tag does: `#` `^` `/` `!` `=` `>` `&` `{` `<` `$`,
///   or a space for a plain variable
/// @param content what is between the delimiters, without `kind` and outer white space
/// @param indent the blanks before a tag that stands alone on its line
/// @param startsAt where the tag, or its whole line, begins
/// @param endsAt where the tag, or its whole line, has ended
/// @param line the tag's line, counted from 1
record Tag(char kind, String content, String indent, int startsAt, int endsAt, int line) {}
