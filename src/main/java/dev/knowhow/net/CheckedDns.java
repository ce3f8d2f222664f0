package dev.knowhow.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/// Gives the HTTP client only addresses that it may connect to.
///
/// The client connects to the very addresses that were looked at here, so a name that answers
/// differently the second time (DNS rebinding) gains nothing. Of several addresses the permitted
/// ones are kept.
final class CheckedDns implements DnsResolver {
  private final Resolver resolver;
  private final Set<HostPort> allowed;

  CheckedDns(Resolver resolver, Set<HostPort> allowed) {
    this.resolver = resolver;
    this.allowed = Set.copyOf(allowed);
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    boolean listed = allowed.contains(new HostPort(host, port));
    List<InetSocketAddress> permitted = new ArrayList<>();
    Optional<String> refusal = Optional.empty();
    for (InetAddress address : resolver.addressesOf(host)) {
      Optional<String> why = AddressRules.notPublic(address);
      boolean literal = listed && address.getHostAddress().equalsIgnoreCase(host);
      boolean local = listed && AddressRules.mayServeAllowedName(address);
      if (why.isEmpty() || literal || local) {
        permitted.add(new InetSocketAddress(address, port));
      } else {
        refusal = why;
      }
    }
    if (permitted.isEmpty()) {
      throw refusal.isPresent()
          ? new RefusedAddress(new HostPort(host, port), refusal.get())
          : new UnknownHostException(host);
    }
    return List.copyOf(permitted);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    throw new UnknownHostException("a port is needed to decide about " + host);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /// A host whose addresses are all out of bounds.
  static final class RefusedAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedAddress(HostPort place, String why) {
      super(place + " is " + why);
    }
  }
}
