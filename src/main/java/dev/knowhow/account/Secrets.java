package dev.knowhow.account;

import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Keys of providers and the like, sealed at rest. A secret is bound to its name and to the one
/// host it may be sent to: under any other it does not open.
///
/// Thread-safe.
public final class Secrets {
  private static final int SHOWN = 4;
  private static final int LONG_ENOUGH_TO_SHOW = 16;

  private final Database database;
  private final SealingKey key;
  private final InstantSource clock;
  private final SecretStore store = new SecretStore();

  /// The secrets kept in `database`, sealed with `key`.
  public Secrets(Database database, SealingKey key, InstantSource clock) {
    this.database = database;
    this.key = key;
    this.clock = clock;
  }

  /// Keeps a secret under a name, in place of the one that was there.
  public void seal(String name, String host, byte[] secret) {
    database.write(handle -> {
      seal(handle, name, host, secret);
      return true;
    });
  }

  /// Keeps a secret in a transaction of the caller's.
  public void seal(Handle handle, String name, String host, byte[] secret) {
    String text = new String(secret, StandardCharsets.UTF_8);
    String hint = text.length() < LONG_ENOUGH_TO_SHOW ? "" : text.substring(text.length() - SHOWN);
    byte[] sealed = key.seal(secret, boundTo(name, host));
    store.put(handle, new SealedSecret(name, host, hint, clock.instant()), sealed);
  }

  /// The secret of a name for a host, or nothing if there is none for that host.
  ///
  /// @throws Problem of kind `UNAVAILABLE` if it was sealed with another key
  public Optional<String> open(String name, String host) {
    return database.read(handle -> sealed(handle, name, host)).map(Supplier::get);
  }

  /// The secret of a name for a host as it is kept, which is sealed: it opens each time that it is
  /// asked for, as [#open] does.
  public Optional<Supplier<String>> sealed(Handle handle, String name, String host) {
    return store.sealed(handle, name, host).map(sealed -> () -> opened(name, host, sealed));
  }

  /// What is kept, without the secrets themselves.
  public List<SealedSecret> list() {
    return database.read(store::list);
  }

  /// Forgets a secret in a transaction of the caller's; a name that is none is ignored.
  public void forget(Handle handle, String name) {
    store.delete(handle, name);
  }

  private String opened(String name, String host, byte[] sealed) {
    try {
      return new String(key.open(sealed, boundTo(name, host)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw Problem.at(
              Problem.Kind.UNAVAILABLE,
              name,
              "The saved key does not open: it was sealed with another sealing key.",
              "Put the sealing key of this data back (data/key or KNOWHOW_KEY), or paste the"
                  + " provider's key again.")
          .causedBy(e);
    }
  }

  private static byte[] boundTo(String name, String host) {
    return (name.length() + ":" + name + "@" + host).getBytes(StandardCharsets.UTF_8);
  }
}
