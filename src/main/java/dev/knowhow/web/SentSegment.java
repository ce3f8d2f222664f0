package dev.knowhow.web;

/// A piece of a prompt as the page shows it, exactly as it is sent.
///
/// @param kind `stable`, `version` or `run`: how long it stays the same
/// @param label what it is, in words
/// @param lifetime how long it stays the same, in words
/// @param tokens how many tokens, in words
/// @param text the exact text
record SentSegment(String kind, String label, String lifetime, String tokens, String text) {}
