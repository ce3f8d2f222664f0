package dev.knowhow.net;

import java.util.List;
import java.util.regex.Pattern;

/// One POST: where, with which headers, and the bytes exactly as they go out.
///
/// [#toString] leaves the header values and the body out: a key is among them.
public record OutboundRequest(Destination to, List<Header> headers, byte[] body) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,4096}");

  /// A header of the request.
  public record Header(String name, String value) {

    /// Refuses what could end a header line early.
    public Header {
      if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
        throw new IllegalArgumentException("the header " + name + " has characters it can't have");
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /// Copies the headers; the body is handed on, not copied.
  public OutboundRequest {
    headers = List.copyOf(headers);
  }

  @Override
  public String toString() {
    return "POST " + to + " " + headers + " " + body.length + " bytes";
  }
}
