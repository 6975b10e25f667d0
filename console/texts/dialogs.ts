/** The sentences of the dialogs over a case. */
export const dialogsTexts = {
  correct: {
    title: "Ändra en uppgift",
    intro:
      "Du rättar en uppgift, inte beloppet i beslutet. Beräkningen görs om och din ändring skrivs aldrig över av roboten.",
    field: "Uppgift",
    now: "Nu",
    value: "Ny uppgift",
    kronorHelp: "Kronor, till exempel 6 640 eller 507,50.",
    reason: "Varför?",
    reasonHelp: "Din motivering sparas i akten.",
    evidence: "Stöds av underlag",
    noEvidence: "Inget underlag",
    send: "Ändra och räkna om",
    notAnAmount: "Skriv beloppet i kronor, till exempel 6 640.",
    needsReason: "Skriv varför, minst fem tecken.",
    needsDate: "Ange en dag, till exempel 2025-10-24.",
  },
  settle: {
    title: "Ta ställning till frågan",
    explanation: "Vad har du kommit fram till?",
    help: "Skriv vad du har kontrollerat. Det sparas i akten.",
    send: "Avklarat, räkna om",
  },
  communicate: {
    title: "Kommunicera med den sökande",
    intro:
      "Den sökande får ta del av uppgifterna och kan yttra sig, även muntligt, före beslutet (FL 25 §, 14 kap. 8 § SoL).",
    text: "Uppgifter som kan påverka beslutet",
    answerBy: "Svar senast",
    send: "Skicka",
    needsText: "Skriv vad den sökande ska få ta del av, minst tjugo tecken.",
    needsDate: "Ange en dag efter idag.",
  },
  investigate: {
    title: "Utred vidare",
    intro: "Inget beslut fattas. Välj vad som behövs för att komma vidare.",
    correct: "Ändra en uppgift",
    correctHelp: "En uppgift är fel eller saknas.",
    communicate: "Kommunicera med den sökande",
    communicateHelp: "Den sökande behöver få ta del av något eller förklara.",
    take: "Ta ärendet",
    takeHelp: "Du fortsätter senare. Ärendet ligger under Mina.",
  },
} as const;
