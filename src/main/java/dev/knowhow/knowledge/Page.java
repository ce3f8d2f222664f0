package dev.knowhow.knowledge;

/// A page of a document.
///
/// @param number the page's number, counted from 1
/// @param text the page's text with line ends `\n`
public record Page(int number, String text) {}
