/** The paths that are walked most often, each measured by itself with JMH. */
@NullMarked
package ponte.bench.hot;

import org.jspecify.annotations.NullMarked;
