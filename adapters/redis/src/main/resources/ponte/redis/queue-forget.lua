-- Forgets keys whose time has passed; answers how many that were.
local passed = forget(tonumber(ARGV[FIRST]))
if passed > 0 then list_topic() end
return passed
