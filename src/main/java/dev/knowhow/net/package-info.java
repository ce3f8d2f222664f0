/// The one outbound HTTP door: where a call may go is decided by address, at the moment it
/// connects.
@NullMarked
package dev.knowhow.net;

import org.jspecify.annotations.NullMarked;
