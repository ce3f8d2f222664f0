package dev.knowhow.prompt;

/// A piece of a compiled prompt.
///
/// @param lifetime how long the text stays the same
/// @param label what the piece is, for a person: "house rules", "instructions", "what was given"
/// @param text the text exactly as it is sent; the segments of a message are sent one after the
///   other with nothing between them
/// @param tokens by how many tokens the piece makes its message longer, in `o200k_base`; the sum
///   over a message's segments is exactly the count of the whole message
/// @param sha256 the SHA-256 of the text's UTF-8 bytes in lower-case hex
public record Segment(Lifetime lifetime, String label, String text, int tokens, String sha256) {}
