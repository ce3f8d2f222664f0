package dev.knowhow.worker;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;

/// The part of the heap where what lives long is, as it was after its last collection: what is in
/// use between two of them is mostly waste, and to collect it for a look costs more than a hundred
/// slices.
final class OldSpace {
  private final MemoryPoolMXBean pool = ofOld(ManagementFactory.getMemoryPoolMXBeans());
  private final GarbageCollectorMXBean collector = collectorOf(pool);
  private long seen = -1;

  /// Whether there was a collection since the last time that this was asked, and it left more than
  /// this part of the space in use.
  boolean stayedFuller(double part) {
    long collections = collector.getCollectionCount();
    if (collections == 0 || collections == seen) {
      return false;
    }
    seen = collections;
    MemoryUsage after = pool.getCollectionUsage();
    return after.getUsed() > part * after.getMax();
  }

  private static MemoryPoolMXBean ofOld(Iterable<MemoryPoolMXBean> pools) {
    for (MemoryPoolMXBean pool : pools) {
      if (pool.getName().contains("Tenured")) {
        return pool;
      }
    }
    throw new IllegalStateException("a worker's heap is that of the serial collector");
  }

  private static GarbageCollectorMXBean collectorOf(MemoryPoolMXBean pool) {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (List.of(collector.getMemoryPoolNames()).contains(pool.getName())) {
        return collector;
      }
    }
    throw new IllegalStateException(pool.getName() + " is never collected");
  }
}
