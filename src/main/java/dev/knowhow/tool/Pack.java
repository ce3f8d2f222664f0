package dev.knowhow.tool;

import java.time.LocalDate;
import java.util.Optional;

/// A text of a vertical that its tools may use as knowledge.
///
/// @param name its name; a tool calls it `vertical/name`
/// @param file the file, from the vertical's folder
/// @param source where its facts come from
/// @param asOf the day whose state it describes
/// @param checked whether a professional has checked it
public record Pack(
    String name,
    String label,
    String file,
    String source,
    Optional<LocalDate> asOf,
    boolean checked) {}
