package ponte.app.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import ponte.platform.Progress;

/** A bar on the error stream that grows as messages are taken in. */
public final class ProgressLine implements Progress, AutoCloseable {

  private static final int REDRAWN_EVERY_MILLIS = 200;

  private final boolean shown;
  private @Nullable ProgressBar bar;

  public ProgressLine(boolean shown) {
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
              .setTaskName("import")
              .setInitialMax(total)
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
