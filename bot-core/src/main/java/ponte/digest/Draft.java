package ponte.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.digest.Openings.Opening;

/**
 * A conversation as a digest would show it.
 *
 * @param within what was said of it within the span, without an opening from before
 * @param outcome null where nothing worth showing came of it
 * @param extent what of it is told of with its headline
 * @param score its rank among others, higher first
 */
record Draft(
    Talk talk,
    Talk within,
    List<Line> lines,
    Opening opening,
    @Nullable Line outcome,
    boolean solved,
    Extent extent,
    double score) {}
