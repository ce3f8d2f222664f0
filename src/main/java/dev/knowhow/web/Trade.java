package dev.knowhow.web;

/// A trade a person may choose.
///
/// @param id the folder of its vertical
record Trade(String id, String name, String about) {}
