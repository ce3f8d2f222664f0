package dev.knowhow.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Asks the server on this computer whether it is well; ends with 0 or 1. For containers, whose
/// image has no tool for that.
///
/// A bare socket, so that the few classes that it needs are loaded in a blink.
public final class HealthCheck {
  private static final int PATIENCE_MILLIS = 4000;

  private HealthCheck() {}

  /// Asks once. The port is the setting `KNOWHOW_PORT`.
  public static void main(String[] arguments) {
    String port = System.getenv("KNOWHOW_PORT");
    boolean well = answers200(port == null || port.isBlank() ? "7070" : port.strip());
    Runtime.getRuntime().halt(well ? 0 : 1);
  }

  private static boolean answers200(String port) {
    try (Socket socket = new Socket()) {
      InetAddress self = InetAddress.getLoopbackAddress();
      socket.connect(new InetSocketAddress(self, Integer.parseInt(port)), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(start, StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
    } catch (IOException e) {
      System.err.println("no answer on port " + port + ": " + e.getMessage());
      return false;
    }
  }
}
