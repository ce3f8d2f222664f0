/// The outermost room: reads the settings, builds every long-lived object once, and is the command
/// line, the start and the stop.
@NullMarked
package dev.knowhow.app;

import org.jspecify.annotations.NullMarked;
