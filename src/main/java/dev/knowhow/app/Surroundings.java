package dev.knowhow.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// What a command finds around it.
///
/// @param home the folder of the program, where `verticals` and by default `data` lie
/// @param here the folder that paths on the command line start at
record Surroundings(
    Map<String, String> environment,
    Path home,
    Path here,
    PrintWriter out,
    PrintWriter err,
    Keyboard keyboard,
    InstantSource clock) {}
