-- What waits or is leased among entries of some numbers.
local entries = {}
for i = FIRST, #ARGV do
  local stored = call('HGET', items, ARGV[i])
  local item = stored and cmsgpack.unpack(stored)
  if item and item[STANDING] ~= DEAD then
    entries[#entries + 1] = {item[KEY], item[LANE], item[DUE], call('HGET', payloads, ARGV[i]),
      tries_of(item)}
  end
end
return entries
