/** The in-memory sides in all their flavours pass what every provider has to pass. */
import { likeExchange, likeMapi, likePoorCalendar, likeZoom, withDelta } from '../sides';
import { appointmentSideSuite, meetingSideSuite } from '.';
import { appointmentSetup, meetingSetup } from './inMemory';

meetingSideSuite('Memory like Zoom', () => meetingSetup({ capabilities: likeZoom }));
meetingSideSuite('Memory with a delta', () => meetingSetup({ capabilities: withDelta }));
meetingSideSuite('Memory that knows no occurrences', () =>
  meetingSetup({ capabilities: { ...likeZoom, occurrences: false } }),
);

appointmentSideSuite('Memory like Exchange', () => appointmentSetup({ capabilities: likeExchange }));
appointmentSideSuite('Memory like a desktop profile', () => appointmentSetup({ capabilities: likeMapi }));
appointmentSideSuite('Memory that can hardly do anything', () =>
  appointmentSetup({ capabilities: { ...likePoorCalendar, occurrences: false } }),
);
