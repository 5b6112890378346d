@NullMarked
package ponte.app.move;

import org.jspecify.annotations.NullMarked;
