package dev.knowhow.web;

/// The flow of a draft as a script, to be read.
///
/// @param byHand whether its author wrote it, instead of the steps
/// @param script the script; empty while the draft has something to fix
record ScriptPage(Frame frame, String toolId, String name, boolean byHand, String script) {}
