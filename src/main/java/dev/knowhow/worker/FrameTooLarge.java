package dev.knowhow.worker;

import java.io.IOException;
import java.util.Locale;

/// A frame has more bytes than one may have.
public final class FrameTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  FrameTooLarge(long bytes) {
    super(String.format(Locale.ROOT, "%,d bytes; a frame may have %,d", bytes, Frame.MAX_BYTES));
  }
}
