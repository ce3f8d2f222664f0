package dev.knowhow.web;

/// The page for people who have an account.
///
/// @param problem why the last try failed, or empty
record SignInPage(Frame frame, Field email, Field password, String problem) {}
