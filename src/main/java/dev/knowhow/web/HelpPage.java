package dev.knowhow.web;

/// How to get a key, step by step.
record HelpPage(Frame frame) {}
