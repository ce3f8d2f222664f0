package dev.knowhow.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/// Which network addresses are public, by the registries of special-purpose addresses (RFC 6890 and
/// its successors).
///
/// For IPv6 only global unicast (`2000::/3`) counts, so the embedded forms of IPv4 (mapped,
/// compatible, NAT64) and all that is unassigned are refused without being named.
final class AddressRules {

  private record Block(int bits, byte[] prefix, String what) {
    boolean holds(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      int whole = bits / 8;
      for (int i = 0; i < whole; i++) {
        if (address[i] != prefix[i]) {
          return false;
        }
      }
      int rest = bits % 8;
      int mask = 0xff << (8 - rest) & 0xff;
      return rest == 0 || (address[whole] & mask) == (prefix[whole] & mask);
    }
  }

  private static final Block[] V4 = {
    v4(8, "an unspecified address", 0, 0),
    v4(8, "a private address", 10, 0),
    v4(10, "a carrier's shared address", 100, 64),
    v4(8, "this computer", 127, 0),
    v4(16, "a link-local address, where clouds keep their metadata", 169, 254),
    v4(12, "a private address", 172, 16),
    v4(24, "a reserved address", 192, 0, 0),
    v4(24, "an address for documentation", 192, 0, 2),
    v4(24, "a reserved address", 192, 88, 99),
    v4(16, "a private address", 192, 168),
    v4(15, "an address for benchmarks", 198, 18),
    v4(24, "an address for documentation", 198, 51, 100),
    v4(24, "an address for documentation", 203, 0, 113),
    v4(4, "a multicast address", 224, 0),
    v4(4, "a reserved address", 240, 0),
  };

  private static final Block GLOBAL = v6(3, "", 0x2000);

  private static final Block[] V6 = {
    v6(128, "an unspecified address"),
    v6(7, "a private address", 0xfc00),
    v6(10, "a link-local address", 0xfe80),
    v6(8, "a multicast address", 0xff00),
    v6(96, "an address that wraps an IPv4 address", 0x64, 0xff9b),
    v6(23, "a reserved address", 0x2001, 0),
    v6(32, "an address for documentation", 0x2001, 0xdb8),
    v6(16, "an address that wraps an IPv4 address", 0x2002),
    v6(20, "an address for documentation", 0x3fff),
  };

  private AddressRules() {}

  /// Why an address is not public, in words that fit "it is …", or empty for a public one.
  static Optional<String> notPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean v4 = address instanceof Inet4Address;
    for (Block block : v4 ? V4 : V6) {
      if (block.holds(bytes)) {
        return Optional.of(block.what());
      }
    }
    if (v4 || GLOBAL.holds(bytes)) {
      return Optional.empty();
    }
    return Optional.of(
        address.isLoopbackAddress() ? "this computer" : "not an address of the public internet");
  }

  /// Whether an address may serve a name that the operator allowed: this computer and private
  /// networks may, link-local (where clouds keep their metadata), multicast and unspecified may
  /// not.
  static boolean mayServeAllowedName(InetAddress address) {
    return !address.isLinkLocalAddress()
        && !address.isMulticastAddress()
        && !address.isAnyLocalAddress()
        && !(address instanceof Inet4Address && address.getAddress()[0] == 0);
  }

  private static Block v4(int bits, String what, int... octets) {
    byte[] prefix = new byte[4];
    for (int i = 0; i < octets.length; i++) {
      prefix[i] = (byte) octets[i];
    }
    return new Block(bits, prefix, what);
  }

  private static Block v6(int bits, String what, int... groups) {
    byte[] prefix = new byte[16];
    for (int i = 0; i < groups.length; i++) {
      prefix[2 * i] = (byte) (groups[i] >> 8);
      prefix[2 * i + 1] = (byte) groups[i];
    }
    return new Block(bits, prefix, what);
  }
}
