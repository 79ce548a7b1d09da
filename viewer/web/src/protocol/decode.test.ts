import { expect, test } from 'vitest';
import { kindOf, ProtocolError, readFrame, readNeighbourhoodWeek, readOutlines, readPositions } from './decode';
import { Kind, PROTOCOL_VERSION } from './messages';

function message(kind: number, bytes: number): DataView {
  const view = new DataView(new ArrayBuffer(bytes));
  [0x53, 0x56, PROTOCOL_VERSION, kind].forEach((byte, i) => view.setUint8(i, byte));
  return view;
}

function frame(arms: number, residents: number): DataView {
  const [fields, hoods] = [8, 2];
  const states = residents * (arms === 3 ? 2 : arms === 0 ? 0 : 1);
  const view = message(Kind.Frame, 20 + fields * hoods * 4 + states);
  view.setInt32(4, 5, true);
  view.setInt32(8, 70, true);
  view.setUint8(12, arms);
  view.setUint8(13, fields);
  view.setUint16(14, hoods, true);
  view.setUint32(16, residents, true);
  view.setUint16(20, 11, true);
  view.setUint16(20 + fields * hoods * 2, 22, true);
  return view;
}

test.each([0, 1, 2, 3])('a frame of arms %i has the residents of those arms and no others', (arms) => {
  const view = frame(arms, 6);
  if (arms > 0) view.setUint8(view.byteLength - 1, 9);
  const read = readFrame(view.buffer as ArrayBuffer);
  expect([read.sequence, read.day, read.tallies[0][0], read.tallies[1][0]]).toEqual([5, 70, 11, 22]);
  expect(read.states.map((s) => s?.length ?? null)).toEqual([[null, null], [6, null], [null, 6], [6, 6]][arms]);
  if (arms > 1) expect(read.states[1]?.[5]).toBe(9);
});

test('a frame that is cut short is refused', () => {
  const whole = frame(3, 6).buffer as ArrayBuffer;
  expect(() => readFrame(whole.slice(0, whole.byteLength - 1))).toThrow(ProtocolError);
});

test('a message of another version says to reload the page', () => {
  const view = message(Kind.Status, 4);
  view.setUint8(2, PROTOCOL_VERSION + 1);
  expect(() => kindOf(view.buffer as ArrayBuffer)).toThrow(/reload the page/);
  expect(() => kindOf(new ArrayBuffer(3))).toThrow(ProtocolError);
});

test('positions must be whole', () => {
  const view = message(Kind.Positions, 8 + 2 * 5);
  view.setUint32(4, 2, true);
  expect(readPositions(view.buffer as ArrayBuffer).facts.length).toBe(2);
  view.setUint32(4, 3, true);
  expect(() => readPositions(view.buffer as ArrayBuffer)).toThrow(ProtocolError);
});

test('outlines come as rings of points, neighbourhoods before places', () => {
  const view = message(Kind.Outlines, 4 + 4 + 2 + 2 + 12 + 4);
  view.setUint32(4, 1, true);
  view.setUint16(8, 1, true);
  view.setUint16(10, 3, true);
  view.setUint16(14, 500, true);
  const read = readOutlines(view.buffer as ArrayBuffer);
  expect(read.neighbourhoods[0][0].length).toBe(6);
  expect(read.neighbourhoods[0][0][1]).toBe(500);
  expect(read.places).toEqual([]);
});

test('a week of an indicator has its name without padding', () => {
  const view = message(Kind.NeighbourhoodWeek, 12 + 12 + 16);
  view.setInt32(4, 21, true);
  view.setUint8(8, 1);
  view.setUint8(9, 12);
  view.setUint16(10, 2, true);
  [...'school_walk '].forEach((c, i) => view.setUint8(12 + i, c.charCodeAt(0)));
  view.setFloat32(28, 0.5, true);
  const week = readNeighbourhoodWeek(view.buffer as ArrayBuffer);
  expect([week.day, week.arm, week.name, week.values[1]]).toEqual([21, 1, 'school_walk', 0.5]);
});
