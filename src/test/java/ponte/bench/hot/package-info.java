/** Tests of what measures the hot paths. */
@NullMarked
package ponte.bench.hot;

import org.jspecify.annotations.NullMarked;
