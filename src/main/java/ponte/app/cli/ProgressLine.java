package ponte.app.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import ponte.platform.Progress;

/** A bar on the error stream that grows as work is done. */
public final class ProgressLine implements Progress, AutoCloseable {

  /** How much there is to do shows only as it is done. */
  private static final int UNKNOWN = -1;

  private static final int REDRAWN_EVERY_MILLIS = 200;

  private final String task;
  private final boolean shown;
  private @Nullable ProgressBar bar;

  /**
   * @param task what goes on, in one word
   */
  public ProgressLine(String task, boolean shown) {
    this.task = task;
    this.shown = shown;
  }

  @Override
  public void reached(String channel, long done, long total) {
    if (!shown) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total > 0 ? total : UNKNOWN)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REDRAWN_EVERY_MILLIS)
              .build();
    }
    bar.stepTo(done);
    bar.setExtraMessage(channel.isEmpty() ? "" : "#" + channel);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
