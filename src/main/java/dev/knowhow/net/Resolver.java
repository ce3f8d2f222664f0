package dev.knowhow.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// From a host name to its addresses, asked anew for each connection.
@FunctionalInterface
public interface Resolver {

  /// All addresses of a host; a numeric host gives itself.
  InetAddress[] addressesOf(String host) throws UnknownHostException;

  /// The resolver of this computer.
  static Resolver system() {
    return InetAddress::getAllByName;
  }
}
