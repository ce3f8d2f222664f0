package dev.knowhow.web;

/// What changes in the head of every page while it stays open.
record HeadPart(Frame.Visitor visitor) {}
