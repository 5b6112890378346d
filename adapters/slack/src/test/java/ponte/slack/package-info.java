@NullMarked
package ponte.slack;

import org.jspecify.annotations.NullMarked;
