@NullMarked
package ponte.app.slack;

import org.jspecify.annotations.NullMarked;
