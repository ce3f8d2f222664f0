package dev.knowhow.gallery;

/// A vertical as a person chooses it: its folder's name, what it is called and about.
public record Trade(String id, String name, String about, String people) {}
