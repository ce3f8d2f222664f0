package dev.knowhow.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "169.253.1.1",
        "198.17.1.1",
        "198.20.1.1",
        "223.255.255.1",
        "2606:4700::1111",
        "2a00:1450::1",
        "::ffff:8.8.8.8",
      })
  void letsAPublicAddressThrough(String address) {
    assertThat(AddressRules.notPublic(InetAddress.ofLiteral(address))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, unspecified",
    "0.1.2.3, unspecified",
    "10.0.0.1, private",
    "10.255.255.255, private",
    "100.64.0.1, carrier",
    "100.127.255.255, carrier",
    "127.0.0.1, this computer",
    "127.255.255.254, this computer",
    "169.254.169.254, link-local",
    "172.16.0.1, private",
    "172.31.255.255, private",
    "192.0.0.8, reserved",
    "192.168.255.1, private",
    "198.19.255.1, benchmarks",
    "203.0.113.9, documentation",
    "224.0.0.1, multicast",
    "239.255.255.255, multicast",
    "255.255.255.255, reserved",
    "::, unspecified",
    "::1, this computer",
    "::7f00:1, not an address",
    "::ffff:127.0.0.1, this computer",
    "::ffff:10.0.0.1, private",
    "::ffff:169.254.169.254, link-local",
    "64:ff9b::7f00:1, wraps",
    "64:ff9b::808:808, wraps",
    "64:ff9b:1::1, not an address",
    "100::1, not an address",
    "2001::1, reserved",
    "2001:db8::1, documentation",
    "2002:7f00:1::, wraps",
    "3fff::1, documentation",
    "fc00::1, private",
    "fd00:ec2::254, private",
    "fe80::1, link-local",
    "fec0::1, not an address",
    "ff02::1, multicast",
  })
  void refusesAnAddressThatIsNotPublic(String address, String why) {
    assertThat(AddressRules.notPublic(InetAddress.ofLiteral(address)))
        .hasValueSatisfying(words -> assertThat(words).contains(why));
  }

  @Test
  void neverLetsAnAllowedNameReachAMetadataService() {
    assertThat(AddressRules.mayServeAllowedName(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
    assertThat(AddressRules.mayServeAllowedName(InetAddress.ofLiteral("172.17.0.1"))).isTrue();
    assertThat(AddressRules.mayServeAllowedName(InetAddress.ofLiteral("169.254.169.254")))
        .isFalse();
    assertThat(AddressRules.mayServeAllowedName(InetAddress.ofLiteral("fe80::1"))).isFalse();
    assertThat(AddressRules.mayServeAllowedName(InetAddress.ofLiteral("0.0.0.0"))).isFalse();
    assertThat(AddressRules.mayServeAllowedName(InetAddress.ofLiteral("0.0.0.7"))).isFalse();
  }
}
