package check

// Rules are all codes, group by group in the order of the reference.
var Rules = []Rule{
	syntax, unknownKey, missingField, badValue, badDate, unknownID, duplicateID, limit,
	seedUnlisted, seedMissing, seedChanged, sourceUnproved, partOverlap, languageUnread,
	nameNotInSeeds, roleNotInQuote, tieUnproved, actorUnused,
	quoteNotFound, quoteAmbiguous, quoteElsewhere, quoteInBoilerplate, quoteCut, quoteLong,
	valueNotInQuote, hedgeDiffers, readsMissing, readingDiffers, unitNotInQuote, measureDiffers, placeDiffers, ownerDiffers, asOfDiffers,
	dateDiffers, dateTooFine, dateNotInQuote, dateAmbiguous, orderDiffers, dateFuture, statusDiffers, planDue, anchorMissing, twinDatesDiffer,
	statementUnsupported, quotationAltered, negationLost, loadedWord,
	speakerNotNear, speakerMissing, countDiffers,
	conflictUnmarked, conflictImagined, wordingUndeclared, voiceUndeclared, originUndeclared, originDiffers, answerOlder, answerUnrelated, notSilent,
	numberUncovered, dateUncovered, nameUncovered, nameUndeclared, sentenceUncovered, seedUncited, allowUnused,
	pageCollision, badName, badLink, externalResource, layout, sheetEdited, groupLarge,
}
