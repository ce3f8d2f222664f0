package dev.knowhow.web;

/// The pages of one tool.
final class ToolRoutes {
  static final long LARGEST_FILE_MB = 20;
  static final long LARGEST_FORM = 3 * LARGEST_FILE_MB * 1024 * 1024;
}
