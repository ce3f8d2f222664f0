package dev.knowhow.app;

/// A setting of the installation: an environment variable, what holds without it, and what it is
/// for.
///
/// @param fallback the value that holds where the variable is not set; empty for none
record Setting(String name, String fallback, String help) {}
