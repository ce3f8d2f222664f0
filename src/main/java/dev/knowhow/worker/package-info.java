/// The program inside the sandbox: GraalJS, the prelude and the frames it speaks. It is packed as a
/// jar of its own, and nothing of the server is on its class path.
@NullMarked
package dev.knowhow.worker;

import org.jspecify.annotations.NullMarked;
